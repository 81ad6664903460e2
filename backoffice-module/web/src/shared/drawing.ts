export { unsafeSVG } from "lit/directives/unsafe-svg.js";
