import { describe, expect, it } from "vitest";
import { Conversation, randomId } from "./conversation.ts";
import type { ChatMessage } from "./protocol.ts";

function message(id: string, minute: number): ChatMessage {
  const at = `2026-03-01T10:0${minute}:00Z`;
  return {
    id,
    clientMsgId: `c-${id}`,
    visitorId: "v",
    from: "agent",
    authorName: "A",
    text: id,
    at,
  };
}

const order = (conversation: Conversation) => conversation.lines.map((line) => line.text);

describe("a conversation", () => {
  it("stands in order of time however it arrives", () => {
    const conversation = new Conversation();
    conversation.merge([message("second", 2), message("third", 3)]);
    conversation.merge([message("first", 1)]);
    expect(order(conversation)).toEqual(["first", "second", "third"]);
  });

  it("holds a line once though it arrives twice, and tells only once that it is new", () => {
    const conversation = new Conversation();
    expect(conversation.merge([message("a", 1)])).toHaveLength(1);
    expect(conversation.merge([message("a", 1), message("b", 2)])).toHaveLength(1);
    expect(order(conversation)).toEqual(["a", "b"]);
  });

  it("keeps what is on its way at the end, until the echo confirms it", () => {
    const conversation = new Conversation();
    conversation.add(message("mine", 1));
    conversation.merge([message("theirs", 5)]);
    expect(order(conversation)).toEqual(["theirs", "mine"]);
    conversation.merge([message("mine", 6)]);
    expect(conversation.pending).toEqual([]);
    expect(conversation.lines.at(-1)?.pending).toBe(false);
  });

  it("asks for older lines from the oldest one the server has", () => {
    const conversation = new Conversation();
    expect(conversation.oldest).toBeUndefined();
    conversation.add(message("pending", 0));
    conversation.merge([message("b", 2), message("a", 1)]);
    expect(conversation.oldest?.id).toBe("a");
  });
});

it("makes ids of 128 random bits", () => {
  const ids = new Set(Array.from({ length: 1000 }, randomId));
  expect(ids.size).toBe(1000);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
});
