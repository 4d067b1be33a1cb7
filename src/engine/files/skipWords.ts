import { t } from '../../core/words/t';

/** Why a file or folder was left out, for people; the reason itself is kept from one run to the next. */
export function skipWords(reason: string): string {
  switch (reason) {
    case 'binary':
      return t('binary');
    case 'vanished':
      return t('vanished');
    case 'no permission':
      return t('no permission');
    case 'not a file':
      return t('not a file');
    case 'larger than 20 MB':
      return t('larger than 20 MB');
    case 'a repository of its own':
      return t('a repository of its own');
    case 'vendored (.gitattributes)':
      return t('vendored (.gitattributes)');
    case 'generated (.gitattributes)':
      return t('generated (.gitattributes)');
    default: {
      const code = /^unreadable \((.*)\)$/.exec(reason)?.[1];
      return code === undefined ? reason : t('unreadable ({0})', code);
    }
  }
}
