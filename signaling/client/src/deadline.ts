import type { SessionSnapshot } from "./generated/messages.ts";

/**
 * The deadline of what people have yet to do: an answer, a pick, an activation, a first frame.
 * While somebody is away and awaited, that grace is the session's deadline and this is undefined.
 */
export function taskDeadline(session: SessionSnapshot): SessionSnapshot["deadline"] {
  const { deadline } = session;
  return deadline?.reason === "visitor-lost" || deadline?.reason === "agent-lost"
    ? undefined
    : deadline;
}
