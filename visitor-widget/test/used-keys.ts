/// <reference types="node" />
import { readdirSync, readFileSync } from "node:fs";

/**
 * The keys of a catalogue that nothing asks for: no source of the folders names them as a text or
 * as a property, or makes them by a template. For tests.
 *
 * @param folders where the sources lie, not deeper; tests there do not count
 * @param catalogues names of the files that hold the words themselves
 */
export function unusedKeys(
  keys: readonly string[],
  folders: readonly URL[],
  catalogues: readonly string[],
): string[] {
  const source = folders.flatMap((folder) => read(folder, catalogues)).join("\n");
  const made = [...source.matchAll(/`([\w.-]*(?:\$\{[^`{}]*\}[\w.-]*)+)`/g)]
    .map(([, template = ""]) => template.split(/\$\{[^}]*\}/))
    // A template of next to nothing but its gaps would make every key.
    .filter((parts) => parts.join("").length >= 3)
    .map((parts) => RegExp(`^${parts.map((part) => part.replaceAll(".", "\\.")).join(".+")}$`));
  return keys.filter(
    (key) =>
      !source.includes(`"${key}"`) &&
      !(/^\w+$/.test(key) && RegExp(`\\.${key}\\b`).test(source)) &&
      !made.some((template) => template.test(key)),
  );
}

function read(folder: URL, catalogues: readonly string[]): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .filter((name) => !catalogues.includes(name))
    .map((name) => readFileSync(new URL(name, folder), "utf8"));
}
