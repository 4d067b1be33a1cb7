/** A person who writes the sample's commits. */
export interface Person {
  readonly name: string;
  readonly email: string;
  /** IANA time zone of their desk. */
  readonly zone: string;
}

const ines = { name: 'Inês Carvalho', zone: 'Europe/Lisbon' } as const;

export const people = {
  maren: { name: 'Maren Hofer', email: 'maren@fellrest.example', zone: 'Europe/Vienna' },
  jonas: { name: 'Jonas Riedl', email: 'jonas@fellrest.example', zone: 'Europe/Zurich' },
  ines: { ...ines, email: 'ines@fellrest.example' },
  inesAtHome: { ...ines, email: 'ines.carvalho@mail.example' },
  priya: { name: 'Priya Nair', email: 'priya@fellrest.example', zone: 'Asia/Kolkata' },
  tomasz: { name: 'Tomasz Wrona', email: 'tomasz@fellrest.example', zone: 'Europe/Warsaw' },
} as const satisfies Record<string, Person>;

export type PersonId = keyof typeof people;
