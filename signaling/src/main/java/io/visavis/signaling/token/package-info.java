/**
 * Who is speaking: agent tokens of hosts, Visavis' own visitor, popup and operator tokens, and
 * single-use tickets.
 *
 * <p>Invariants: one purpose, one {@code typ}, one algorithm per key; every token carries issuer,
 * audience, expiry and id; a refused token gets one uniform answer and its cause goes to the log
 * only.
 */
package io.visavis.signaling.token;
