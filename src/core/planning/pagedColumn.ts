const BITS = 9;
const MASK = (1 << BITS) - 1;

/**
 * Numbers by place. A copy shares with the column that it is of all pages but those in which it differs, so that what thousands
 * of places say is not copied because one of them says something else: fresh memory is dear.
 */
export class PagedColumn {
  private constructor(
    private readonly pages: Float64Array[],
    /** By page 1 where no other column has it. */
    private readonly isOwn: Uint8Array,
  ) {}

  /** So many places, all of which say the same. */
  static of(length: number, value: number): PagedColumn {
    const all = new Float64Array(length).fill(value);
    const pages = Array.from({ length: Math.ceil(length / (MASK + 1)) }, (_, page) =>
      all.subarray(page << BITS, (page + 1) << BITS),
    );
    return new PagedColumn(pages, new Uint8Array(pages.length).fill(1));
  }

  /** NaN: there is no such place. Always a number, since one that may be undefined would have to be kept as an object. */
  at(place: number): number {
    const page = this.pages[place >> BITS];
    return page === undefined ? Number.NaN : (page[place & MASK] ?? Number.NaN);
  }

  /** For whoever made the column or the copy, and until others see it: it never changes after that. */
  set(place: number, value: number): void {
    const page = this.pages[place >> BITS];
    if (page && !Object.is(page[place & MASK], value)) {
      this.ownPage(place >> BITS, page)[place & MASK] = value;
    }
  }

  private ownPage(index: number, page: Float64Array): Float64Array {
    if (this.isOwn[index] === 1) {
      return page;
    }
    const own = page.slice();
    this.pages[index] = own;
    this.isOwn[index] = 1;
    return own;
  }

  copy(): PagedColumn {
    return new PagedColumn([...this.pages], new Uint8Array(this.pages.length));
  }

  /** Adds the places at which a column of as many says something else. */
  addPlacesUnlike(other: PagedColumn, places: Set<number>): void {
    for (let index = 0; index < this.pages.length; index += 1) {
      const [own, theirs] = [this.pages[index], other.pages[index]];
      if (own && theirs && own !== theirs) {
        addUnlike(own, theirs, index << BITS, places);
      }
    }
  }
}

function addUnlike(page: Float64Array, other: Float64Array, first: number, places: Set<number>): void {
  for (let at = 0; at < page.length; at += 1) {
    if (!Object.is(page[at], other[at])) {
      places.add(first + at);
    }
  }
}
