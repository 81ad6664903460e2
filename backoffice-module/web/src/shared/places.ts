/** The part of a window that {@link Places} touches; a test may give its own. */
export type PlacesWindow = Pick<Window, "location" | "history" | "addEventListener">;

/** What a page of several places tells {@link Places}, and is told. */
export interface PlacesHooks<Place extends string> {
  /** Whether leaving one place for another would lose something that was not saved. */
  readonly holds: (from: Place, to: Place) => boolean;
  /** Another place is shown now. */
  readonly moved: () => void;
  /** The question whether to leave came up, or went. */
  readonly asked: () => void;
}

/**
 * Which of its places a page shows. Each has an address, `#/` followed by its name, so that links, reload and the back
 * button work; the query stays as it is. Nothing that is not saved is left without a question.
 */
export class Places<Place extends string> {
  /** What is shown. */
  current: Place;
  /** Where the person wants to go, while the page asks whether to leave; else null. */
  wanted: Place | null = null;
  private forced: Place | null = null;

  /**
   * @param all every place, the first without a name in its address
   * @param first where the page was opened, where its address does not say so any more
   */
  constructor(
    private readonly window: PlacesWindow,
    private readonly all: readonly [Place, ...Place[]],
    private readonly hooks: PlacesHooks<Place>,
    first = window.location.hash,
  ) {
    this.current = this.placeOf(first);
    window.addEventListener("hashchange", (event) => this.changed(event.newURL));
  }

  /** The address of a place, relative to the page. */
  address(place: Place): string {
    return `#/${place === this.all[0] ? "" : place}`;
  }

  /** A link to a place was clicked: asks first where something would be lost. */
  follow(event: MouseEvent, place: Place): void {
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
    if (elsewhere || place === this.current || !this.hooks.holds(this.current, place)) return;
    event.preventDefault();
    this.ask(place);
  }

  /** Shows a place without a question: the person has answered it, or asked for it otherwise. */
  go(place: Place): void {
    this.wanted = null;
    if (place === this.current) {
      this.hooks.asked();
      return;
    }
    this.forced = place;
    this.window.location.hash = this.address(place);
  }

  /** The person stays. */
  stay(): void {
    this.wanted = null;
    this.hooks.asked();
  }

  /** Puts the address right after something else, such as a token, was taken out of it. */
  show(): void {
    if (this.placeOf(this.window.location.hash) === this.current) return;
    const { pathname, search } = this.window.location;
    this.window.history.replaceState(null, "", pathname + search + this.address(this.current));
  }

  private changed(address: string): void {
    const hash = new URL(address).hash;
    // A host renews the token this way; that is no wish to go anywhere.
    if (/[#&]token=/.test(hash)) {
      this.show();
      return;
    }
    const to = this.placeOf(hash);
    const free = to === this.forced;
    this.forced = null;
    if (to === this.current) return;
    if (!free && this.hooks.holds(this.current, to)) {
      this.window.history.pushState(null, "", this.address(this.current));
      this.ask(to);
      return;
    }
    this.current = to;
    this.wanted = null;
    this.hooks.moved();
  }

  private ask(place: Place): void {
    this.wanted = place;
    this.hooks.asked();
  }

  private placeOf(hash: string): Place {
    const name = /^#\/([\w-]*)/.exec(hash)?.[1];
    return this.all.find((place) => place === name) ?? this.all[0];
  }
}
