import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';
import type { Roadmap } from '../../../src/core/model/roadmap';

/** The plan that all cases share: what they name is declared here. */
export const PLAN_PATH = 'plan/roadmap.yaml';

export const PLAN_TEXT = `product: Harbour
keys: [BRTH, CREW]
workflow: { in-qa: active }
team:
  - { id: ana, name: Ana Lima }
  - { id: olaf, name: Olaf Berg, emails: [olaf@harbour.example] }
goals:
  - { id: G1, title: A berth in a minute }
releases:
  - { id: v1.0, title: Book a berth, date: 2026-10-15 }
  - { id: 2026-Q4, title: Crew }
epics:
  - id: BRTH-1
    title: Booking
    owner: ana
    stories:
      - { id: BRTH-12, title: Refund API, status: in-progress, labels: [api, money], due: 2026-08-28 }
      - { id: BRTH-13, title: "Receipts, printed", status: done }
  - id: CREW-1
    title: Crew lists
    stories:
      - { id: CREW-3, title: Sign in, release: someday, depends: [BRTH-12] }
      - { id: CREW-4, title: Sign out, status: dropped }
stories:
  - { id: "#12", title: From the tracker, owner: kim }
risks:
  - { id: R1, title: The ledger is slow, mitigation: BRTH-12, items: [CREW-3], owner: olaf }
`;

export function sharedRoadmap(): Roadmap {
  const roadmap = readRoadmap(PLAN_PATH, PLAN_TEXT);
  if (!roadmap) {
    throw new Error('The plan of the cases cannot be read.');
  }
  return roadmap;
}

/** A text with its cursor mark taken out, and where the mark stood. */
export function atCursor(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('|');
  if (offset < 0) {
    throw new Error(`There is no cursor in ${marked}`);
  }
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
