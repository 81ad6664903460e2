/** A style sheet imported from TypeScript is its text: see `css-text.mjs`. */
declare module "*.css" {
  const text: string;
  export default text;
}
