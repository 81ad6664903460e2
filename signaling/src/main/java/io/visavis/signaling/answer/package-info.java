/**
 * The port behind which answers to creating requests are kept, so that a request that comes again
 * gets the answer it had and creates nothing.
 *
 * <p>Invariants: of any number of requests under one key one is carried out; a key belongs to one
 * person of one account.
 */
package io.visavis.signaling.answer;
