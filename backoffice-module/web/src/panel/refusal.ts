/** Where an integrator reads more. */
export interface RefusalPlace {
  /** Of the signalling connection, `wss://service/signal`. */
  readonly signal: string;
  readonly site: string;
}

/**
 * What the console says to the integrator when the service refused an agent token, or its account. Which check failed the service tells to
 * account admins alone, so this says where they see it; nothing of the token is in it.
 */
export function refusalLine(code: string, { signal, site }: RefusalPlace): string {
  const refused = `Visavis: the service refused the agent token (${code})`;
  switch (code) {
    case "token-expired":
      return `${refused}: it is past its "exp" and no other came. Answer every token-needed with a token that is minted for it.`;
    case "forbidden":
      return `${refused}: it is narrowed to another visitor. Mint one whose "visitor" is that of the panel's address, or leave it out.`;
    case "token-invalid":
      return `${refused}. Which check it fails is told to account admins alone: "Try a token" at ${keysPage(signal, site)}`;
    case "not-eligible":
      return `Visavis: the account of site ${site} may not share screens now (${code}). The token is good: the operator grants access, and the account admin sees its state.`;
    default:
      return `${refused}.`;
  }
}

function keysPage(signal: string, site: string): string {
  const page = new URL("admin/", signal.replace(/^ws/, "http"));
  page.searchParams.set("site", site);
  page.hash = "/keys";
  return page.href;
}
