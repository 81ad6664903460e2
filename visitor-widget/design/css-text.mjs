import { readFile } from "node:fs/promises";
import { transform } from "esbuild";

/**
 * esbuild plugin: a `.css` file imported from TypeScript becomes a string holding the minified
 * sheet, for `new CSSStyleSheet().replaceSync`. A `.css` file that is itself an entry point or
 * stands in an `@import` is left to esbuild.
 */
export function cssText() {
  return {
    name: "css-text",
    setup(build) {
      build.onResolve({ filter: /\.css$/ }, async (args) => {
        if (args.kind !== "import-statement" || args.pluginData === "css-text") return undefined;
        const { kind, importer, resolveDir } = args;
        const found = await build.resolve(args.path, {
          kind,
          importer,
          resolveDir,
          pluginData: "css-text",
        });
        return found.errors.length > 0
          ? { errors: found.errors }
          : { path: found.path, namespace: "css-text", sideEffects: false };
      });
      build.onLoad({ filter: /.*/, namespace: "css-text" }, async ({ path }) => {
        const source = await readFile(path, "utf8");
        const { code } = await transform(source, { loader: "css", minify: true, target: "es2022" });
        return { contents: code.trim(), loader: "text", watchFiles: [path] };
      });
    },
  };
}
