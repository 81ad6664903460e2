/** What of itself the panel shows; a host hides what it shows already. */
export interface PanelOptions {
  /** The heading over the picture, and how long the share has lasted. */
  readonly header: boolean;
  /** Quality, size, full screen and connection, under the picture. */
  readonly tools: boolean;
  /** How the agent's last share with this visitor ended, when the panel opens. */
  readonly history: boolean;
}

/** Nothing is hidden. */
export const WHOLE: PanelOptions = { header: true, tools: true, history: true };

/** Reads `header=0`, `tools=0` and `history=0` of the panel's address. */
export function panelOptions(query: URLSearchParams): PanelOptions {
  const shown = (name: string): boolean => query.get(name) !== "0";
  return { header: shown("header"), tools: shown("tools"), history: shown("history") };
}
