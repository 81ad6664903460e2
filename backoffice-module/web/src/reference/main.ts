/**
 * The reference backoffice: a host like any other. It uses its own server and chat, and of Visavis
 * only what `docs/plug-in/` promises.
 */
import "./backoffice.ts";
