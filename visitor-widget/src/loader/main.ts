import { createVisavis } from "./visavis.ts";

// Classic and async: currentScript is this very element while the file is evaluated.
const script = document.currentScript;
if (script instanceof HTMLScriptElement && !("visavis" in window)) {
  try {
    const visavis = createVisavis(script);
    Object.defineProperty(window, "visavis", { value: visavis.api });
    visavis.begin();
  } catch (error) {
    console.warn("Visavis could not start", error);
  }
}
