import { createVisavis } from "./visavis.ts";

// Classic and async: currentScript is this very element while the file is evaluated. Included twice,
// the first one counts; an element of the host's with the id "visavis" is no reason to stay away.
const script = document.currentScript;
if (script instanceof HTMLScriptElement && !Object.hasOwn(window, "visavis")) {
  try {
    const visavis = createVisavis(script);
    Object.defineProperty(window, "visavis", { value: visavis.api });
    visavis.begin();
  } catch (error) {
    console.warn("Visavis could not start", error);
  }
}
