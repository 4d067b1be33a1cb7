import type { DayOf, SampleFile } from './sampleFile';

/**
 * The plan, with its own history: dates that slipped, a release that moved, work that joined late. Long because it is
 * one document, and is easier to read in one piece.
 */
export const roadmapFile: SampleFile = { path: 'roadmap.yaml', text: roadmap };

function roadmap(day: DayOf): string {
  return `${head(day)}${bookingEpic(day)}${trailEpic(day)}${moneyEpic(day)}${risks(day)}`;
}

function head(day: DayOf): string {
  return `@@ plan
# The plan of Fellrest. Maren keeps it; anybody may propose a change with a pull request.
# Dates are our best guess until a release's freeze, and a promise to the huts after it.
waymark: 1
product: Fellrest
vision: Whoever wants to sleep on a mountain knows before the climb that there is a bed.
keys: [HUT, PAY]

workflow:
  ready: planned
  in-progress: active
  in-review: active
  waiting: blocked

# How the backlog is ordered; each field goes from 1 to 5.
scoring: weighted
weights: { impact: 3, feedback: 2, feasibility: 1 }

team:
  - { id: maren, name: Maren Hofer, emails: [maren@fellrest.example] }
  - { id: jonas, name: Jonas Riedl, emails: [jonas@fellrest.example], capacity: 8 }
  - { id: ines, name: Inês Carvalho, emails: [ines@fellrest.example, ines.carvalho@mail.example], capacity: 8 }
  - { id: priya, name: Priya Nair, emails: [priya@fellrest.example], capacity: 8 }
  - { id: tomasz, name: Tomasz Wrona, emails: [tomasz@fellrest.example], capacity: 8 }

goals:
  - id: G1
    title: A bed is booked in two minutes
    metrics:
@..risk-review|      - { name: median time to book, unit: min, baseline: 9, target: 2, current: 9, asOf: ${day(-61)} }
@risk-review..|      - { name: median time to book, unit: min, baseline: 9, target: 2, current: 3.4, asOf: ${day(-6)} }
  - id: G2
    title: Nobody is stuck for want of a signal
    metrics:
@..risk-review|      - { name: bookings opened offline, unit: "%", baseline: 0, target: 60, current: 0, asOf: ${day(-61)} }
@risk-review..|      - { name: bookings opened offline, unit: "%", baseline: 0, target: 60, current: 12, asOf: ${day(-6)} }
  - id: G3
    title: Money comes back without asking twice
    metrics:
@..risk-review|      - { name: median time to refund, unit: h, baseline: 96, target: 24, current: 96, asOf: ${day(-61)} }
@risk-review..|      - { name: median time to refund, unit: h, baseline: 96, target: 24, current: 61, asOf: ${day(-6)} }

releases:
@..slip-2|  - { id: v1.0, title: Book a bed, start: ${day(-62)}, date: ${day(-14)}, status: active }
@slip-2..|  - { id: v1.0, title: Book a bed, start: ${day(-62)}, date: ${day(-4)}, status: active }
@..start-v1-1|  - { id: v1.1, title: Up the mountain, start: ${day(-27)}, date: ${day(30)}, freeze: ${day(26)}, status: planned }
@start-v1-1..|  - { id: v1.1, title: Up the mountain, start: ${day(-27)}, date: ${day(30)}, freeze: ${day(26)}, status: active }

epics:
`;
}

function bookingEpic(day: DayOf): string {
  return `@@ plan
  - id: HUT-1
    title: Find and book a bed
    goal: G1
    owner: jonas
    status: in-progress
    stories:
      - id: HUT-10
        title: Show free beds in a calendar
        story: As a hiker I want to see which nights have a bed so that I can plan my route around them.
${changing('status', 'ready', ['under-way', 'in-progress'], ['hut-10-done', 'done'])}
        owner: jonas
        release: v1.0
        start: ${day(-60)}
        due: ${day(-51)}
        estimate: 5
        impact: 5
        feedback: 4
        feasibility: 4
        labels: [calendar]
        aliases: [HUT-7] # its number on the whiteboard
        code: ["booking/**", "web/**", "config/**", "db/**"]
@adr-1..|        decisions: [docs/adr/0001-one-bed-one-row.md]
        acceptance:
${met('A month of the largest hut is shown in a second', 'hut-10-done')}
${met('A closed hut offers nothing', 'hut-10-done')}

      - id: HUT-11
        title: Hold a bed while the guest pays
${changing('status', 'ready', ['hut-10-done', 'in-progress'], ['hut-11-done', 'done'])}
        owner: jonas
        release: v1.0
        start: ${day(-50)}
        due: ${day(-35)}
        estimate: 5
        impact: 5
        feedback: 3
        feasibility: 3
        depends: [HUT-10]
        code: ["booking/**", "gateway/**"]
@hut-11-done..|        decisions: [docs/adr/0003-lock-the-hut.md]
        acceptance:
${met('A hold runs out after fifteen minutes', 'hut-11-done')}
          - Two guests never get the same bed
        tasks:
${task('HUT-11.1', 'Holds that run out', ['pay-11-done', 'done'])}
${task('HUT-11.2', 'A lock around the last bed', ['hut-11-done', 'done'])}

      - id: HUT-12
        title: Cancel or change a booking
        story: As a guest I want to change my plans in the app so that I need not ring the hut.
${changing('status', 'ready', ['slip-1', 'in-progress'], ['risk-review', 'in-review'])}
        owner: jonas
        release: v1.0
        start: ${day(-44)}
${changing('due', day(-32), ['slip-1', day(-27)], ['slip-2', day(-12)], ['slip-3', day(-7)])}
        estimate: 8
        impact: 4
        feedback: 5
        feasibility: 3
        labels: [app]
        depends: [HUT-11]
        code: ["booking/**", "config/**"]
        acceptance:
          - Up to the hut's deadline a guest cancels without a call
${met('A freed bed is on offer again within a minute', 'risk-review')}
          - A change shows what it costs before it is made
        tasks:
${task('HUT-12.1', 'Cancel', ['slip-1', 'in-progress'], ['risk-review', 'done'])}
${task('HUT-12.2', 'Change the dates', ['slip-2', 'in-progress'])}

      - id: HUT-13
        title: Waiting list for full huts
        status: planned
        owner: jonas
        release: v1.1
        start: ${day(6)}
        due: ${day(18)}
        estimate: 5
        impact: 4
        feedback: 5
        feasibility: 4
        depends: [HUT-12]
        acceptance:
          - Whoever waits longest is asked first
          - An offer nobody answers goes to the next one after two hours

      - id: HUT-15
        title: Group bookings for alpine clubs
        story: As a club's guide I want to book whole rooms so that forty people need one booking.
        status: planned
        owner: jonas
        release: v1.1
        start: ${day(12)}
        due: ${day(25)}
        estimate: 8
        impact: 4
        feedback: 3
        feasibility: 2
        labels: [clubs]
        depends: [HUT-12]
        acceptance: ["Forty people are one booking", "A club pays one deposit"]

`;
}

function trailEpic(day: DayOf): string {
  return `@@ plan
  - id: HUT-2
    title: On the trail and at the hut
    goal: G2
    owner: tomasz
    status: in-progress
    stories:
      - id: HUT-14
        title: Map and booking without a signal
        story: As a hiker I want map and booking on my phone so that a valley without a signal is only quiet.
${changing('status', 'ready', ['start-v1-1', 'in-progress'])}
        owner: tomasz
        release: v1.1
        start: ${day(-28)}
        due: ${day(14)}
        estimate: 8
        impact: 5
        feedback: 4
        feasibility: 3
        labels: [app, offline]
        code: ["mobile/**", "web/**"]
        acceptance:
          - A route of three days fits into 50 MB
          - The booking opens in flight mode
        tasks:
${task('HUT-14.1', 'Which tiles a route needs', ['start-v1-1', 'in-progress'], ['risk-review', 'done'])}
${task('HUT-14.2', 'Keep them on the phone', ['risk-review', 'in-progress'])}
${task('HUT-14.3', 'The booking as a card', ['risk-review', 'in-progress'])}

@@ scope
      - id: HUT-16
        title: Check in at the hut with a QR code
        status: planned
        owner: tomasz
        release: v1.1
        start: ${day(15)}
        due: ${day(24)}
        estimate: 8
        impact: 3
        feedback: 4
        feasibility: 4
        labels: [app, wardens]
        depends: [HUT-14]
        acceptance: ["A warden checks a party in with one hand, and gloves on"]

@@ plan
      - id: HUT-17
        title: Wardens see tonight's arrivals
${changing('status', 'ready', ['pay-11-done', 'in-progress'])}
        owner: ines
        release: v1.0
        start: ${day(-46)}
        due: ${day(-20)}
        estimate: 3
        impact: 4
        feedback: 4
        feasibility: 5
        labels: [wardens]
        code: ["scripts/**"]
        acceptance:
${met('The list is at the hut by 15:00', 'slip-2')}
          - A hut may choose paper or a screen

      - id: HUT-18
        title: Avalanche warnings on the map
${changing('status', 'planned', ['dropped', 'dropped # the app of the mountain rescue does it better'])}
        owner: tomasz
        release: v1.1
        estimate: 3
        impact: 3
        feedback: 3
        feasibility: 1

`;
}

function moneyEpic(day: DayOf): string {
  return `@@ plan
  - id: PAY-1
    title: Prices, deposits and refunds
    goal: G3
    owner: ines
    status: in-progress
    stories:
      - id: PAY-10
        title: Take a deposit when booking
${changing('status', 'planned', ['hut-10-done', 'ready'], ['pay-11-done', 'in-progress'], ['pay-10-done', 'done'])}
        owner: priya
        release: v1.0
        start: ${day(-46)}
        due: ${day(-38)}
        estimate: 8
        impact: 5
        feedback: 2
        feasibility: 3
        depends: [PAY-11]
        code: ["gateway/**", "pricing/**", "db/**", "booking/**"]
@adr-2..|        decisions: [docs/adr/0002-a-deposit-not-the-price.md]
        acceptance:
${met('Nobody can confirm a booking with a forged webhook', 'pay-10-done')}

      - id: PAY-11
        title: Quote by season, age and club membership
${changing('status', 'ready', ['under-way', 'in-progress'], ['pay-11-done', 'done'])}
        owner: ines
        release: v1.0
        start: ${day(-58)}
        due: ${day(-47)}
        estimate: 3
        impact: 4
        feedback: 3
        feasibility: 5
        code: ["pricing/**"]
        acceptance:
${met("The wardens' own bills of last year come out the same", 'pay-11-done')}

      - id: PAY-12
        title: Refund a cancelled booking
        story: As a guest I want my deposit back by itself so that I book again.
${changing('status', 'ready', ['start-v1-1', 'in-progress'])}
        owner: priya
        release: v1.1
        start: ${day(-27)}
        due: ${day(8)}
        estimate: 5
        impact: 4
        feedback: 5
        feasibility: 3
        code: ["pricing/**", "gateway/**"]
        acceptance:
${met("The share follows the hut's rules", 'risk-review')}
          - The guest has the money within a day
          - Asked twice, we pay once

@@ pay-10-done
      - id: PAY-13
        title: Receipts in the guest's language
${changing('status', 'ready', ['receipts', 'done'])}
        owner: ines
        release: v1.0
        start: ${day(-18)}
        due: ${day(-8)}
        estimate: 2
        impact: 3
        feedback: 4
        feasibility: 5
        acceptance: ["German, Italian, French and English"]

@@ plan
      - id: PAY-14
        title: Bank transfer for clubs
${changing('status', 'ready', ['waiting', 'waiting # for the lawyers of the bank'])}
        owner: ines
        release: v1.1
        start: ${day(-13)}
        due: ${day(20)}
        estimate: 5
        impact: 3
        feedback: 3
        feasibility: 3
        labels: [clubs]
        acceptance: ["A transfer is matched to its booking by itself"]

@@ scope
      - id: PAY-15
        title: Tourist tax of each valley
        status: planned
        owner: ines
        release: v1.1
        start: ${day(8)}
        due: ${day(16)}
        estimate: 5
        impact: 3
        feedback: 2
        feasibility: 5
        depends: [PAY-11]
        acceptance: ["Every valley's tax is on the quote, on a line of its own"]

`;
}

function risks(day: DayOf): string {
  return `@@ plan
risks:
  - id: R1
    title: Two guests are promised the same bed
    probability: 3
    impact: 5
    status: mitigating
    owner: jonas
    mitigation: HUT-11
    review: ${day(8)}
    items: [HUT-11]
    code: ["booking/src/reservations.ts"]
  - id: R2
    title: The map's licence does not allow tiles on the phone
    probability: low
    impact: 4
    status: open
    owner: tomasz
    mitigation: Ask the publisher in writing; draw our own tiles from open data if they refuse
    review: ${day(-9)}
    items: [HUT-14]
@@ risk-review
  - id: R3
    title: No bank transfers this season, and the clubs book elsewhere
    probability: 4
    impact: 4
    status: open
    owner: maren
    review: ${day(10)}
    items: [PAY-14]
@@ plan
  - id: R4
    title: A hut without a signal cannot see who is coming
    probability: medium
    impact: 3
    status: accepted
    owner: ines
    review: ${day(15)}
    items: [HUT-17]
`;
}

/** A change of a field: since which commit, to what. */
type Change = readonly [since: string, value: string];

function changing(key: string, first: string, ...changes: readonly Change[]): string {
  return versions((value) => `        ${key}: ${value}`, first, changes);
}

function task(id: string, title: string, ...changes: readonly Change[]): string {
  return versions((status) => `          - { id: ${id}, title: ${title}, status: ${status} }`, 'planned', changes);
}

/** An acceptance criterion that was met with the given commit. */
function met(text: string, since: string): string {
  return versions((line) => `          - ${line}`, text, [[since, `{ text: ${text}, done: true }`]]);
}

function versions(line: (value: string) => string, first: string, changes: readonly Change[]): string {
  const all: readonly Change[] = [['', first], ...changes];
  return all.map(([since, value], index) => `@${since}..${all[index + 1]?.[0] ?? ''}|${line(value)}`).join('\n');
}
