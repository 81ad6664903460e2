import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["**/dist/**", "**/target/**", "**/node_modules/**", "**/generated/**", "**/*.mjs"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  {
    // The reference host is a stranger to Visavis: it may share the look, and nothing of the inside.
    files: ["backoffice-module/web/src/{reference,shop,chat}/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex:
                "signaling|/(panel|admin|operator|element|share|popup|loader|card)/|^@visavis/(?!.*design)",
              message: "The reference host uses the plug-in surface only (docs/plug-in/).",
            },
          ],
        },
      ],
    },
  },
);
