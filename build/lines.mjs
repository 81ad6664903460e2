// What programs print, line by line, fit for a file or a terminal without colours.
import { createInterface } from "node:readline";

// Built from its code, since a control character in a regular expression is easily lost on the way.
const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*[A-Za-z]`, "g");

/** Calls `take` with every line of the stream that is not blank, without colour codes. */
export function eachLine(stream, take) {
  createInterface({ input: stream, crlfDelay: Infinity }).on("line", (raw) => {
    const line = raw.replace(COLOUR, "").trimEnd();
    if (line !== "") {
      take(line);
    }
  });
}
