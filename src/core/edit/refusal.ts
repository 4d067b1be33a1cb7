/** Why an edit cannot be made: one sentence for the person that says what is wrong and what to do. */
export class Refusal {
  constructor(readonly refusal: string) {}
}
