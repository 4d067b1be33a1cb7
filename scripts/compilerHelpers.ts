// oxlint-disable no-underscore-dangle -- the names are the compiler's
/**
 * What TypeScript writes at the head of every CommonJS module that it compiles, once for all of them. The names are the
 * compiler's.
 */

type Module = Record<string, unknown> & { readonly __esModule?: boolean };

/** Makes a name of a module one of another object, of which the value is looked up whenever it is asked for. */
export function __createBinding(target: object, module: Module, key: string, as: string = key): void {
  const descriptor = Object.getOwnPropertyDescriptor(module, key);
  const isLive =
    descriptor && ('get' in descriptor ? module.__esModule : !descriptor.writable && !descriptor.configurable);
  Object.defineProperty(target, as, isLive ? descriptor : { enumerable: true, get: () => module[key] });
}

/** `import * as name from 'module'`. */
export function __importStar(module: Module): Module {
  if (module?.__esModule) {
    return module;
  }
  const namespace: Module = {};
  for (const key of Object.getOwnPropertyNames(module ?? {})) {
    if (key !== 'default') {
      __createBinding(namespace, module, key);
    }
  }
  return Object.defineProperty(namespace, 'default', { enumerable: true, value: module });
}

/** `import name from 'module'`. */
export function __importDefault(module: Module): Module {
  return module?.__esModule ? module : { default: module };
}

/** `export * from 'module'`. */
export function __exportStar(module: Module, target: object): void {
  for (const key of Object.keys(module)) {
    if (key !== 'default' && !Object.hasOwn(target, key)) {
      __createBinding(target, module, key);
    }
  }
}
