import assert from 'node:assert/strict';
import { BacklogSummaryRequest } from '../../src/protocol/backlogView';
import { withTempFolder, withTempRepo, writeFiles } from '../support/tempRepo';
import { withServer } from '../support/testServer';

const ROADMAP = 'stories:\n  - { id: PAY-1, title: Refunds, status: active }\n';

describe('What is said of an empty view', () => {
  it('is what was looked at, where nothing is unplanned', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'roadmap.yaml': ROADMAP, 'a.ts': '// TODO(PAY-1): retry\n' });
      repo.commit('PAY-1: begin');
      await withServer([repo.path], {}, async ({ overview }) => {
        assert.equal(overview()?.nothingUnplanned, 'Nothing is unplanned among 1 annotation and 1 commit.');
        assert.equal(overview()?.noCommits, undefined);
      });
      repo.write({ 'b.ts': '// TODO: nobody planned this\n' });
      await withServer([repo.path], {}, async ({ overview }) => {
        assert.equal(overview()?.nothingUnplanned, undefined);
      });
    }));

  it('is why there are no commits, with a roadmap and without', () =>
    withTempFolder(async (folder) => {
      await withServer([folder], {}, async ({ overview }) => {
        assert.equal(overview()?.noCommits?.why, 'noRepository');
        assert.equal(overview()?.nothingUnplanned, undefined);
      });
      writeFiles(folder, { 'roadmap.yaml': ROADMAP });
      await withServer([folder], {}, async ({ overview }) => {
        assert.match(overview()?.noCommits?.sentence ?? '', /is not in a Git repository/);
        assert.match(overview()?.nothingUnplanned ?? '', /^Nothing is unplanned among 0 annotations\. .*not in a Git/);
      });
    }));

  it('is said once for several folders, and not where one of them has commits', () =>
    withTempRepo((repo) =>
      withTempFolder((folder) =>
        withTempFolder(async (other) => {
          writeFiles(folder, { 'roadmap.yaml': ROADMAP });
          repo.write({ 'roadmap.yaml': ROADMAP });
          repo.commit('Begin');
          await withServer([folder, other], {}, async ({ overview }) => {
            assert.match(overview()?.noCommits?.sentence ?? '', /^None of the folders is in a Git repository/);
          });
          await withServer([folder, repo.path], {}, async ({ overview }) => {
            assert.equal(overview()?.noCommits, undefined);
          });
        }),
      ),
    ));

  it('is what the filter leaves out, where that is everything', () =>
    withTempFolder(async (folder) => {
      writeFiles(folder, { 'roadmap.yaml': ROADMAP });
      await withServer([folder], {}, async ({ client }) => {
        const summary = await client.sendRequest(BacklogSummaryRequest, { words: 'nothing has this' });
        assert.deepEqual(summary, {
          description: 'Only “nothing has this”: 0 of 1 item.',
          message: '',
          isFiltered: true,
          hidesAll: true,
        });
      });
    }));
});
