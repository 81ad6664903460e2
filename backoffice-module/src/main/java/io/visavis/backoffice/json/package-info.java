/**
 * Strict JSON for REST: what is read is exactly what the interface describes.
 *
 * <p>Invariants: unknown and duplicate names, trailing data, coercions, deep nesting and long
 * bodies are refused with a pointer to the place; no value of the input is repeated in the answer.
 */
package io.visavis.backoffice.json;
