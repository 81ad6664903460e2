/**
 * The reference host: a small company backoffice with a live chat and two demonstration websites.
 *
 * <p>It is a customer of Visavis like any other. It knows the public plug-in surface ({@code
 * docs/plug-in/}) and nothing of the inside; an ArchUnit rule holds that wall. It shares the
 * archive only so that one command shows the whole product, and is there only while {@code
 * visavis.demo.enabled} is true; otherwise all of its routes answer 404.
 *
 * <p>Invariants: everything asked is answered for the account of the one who asks; text is plain
 * text without invisible characters; one socket that does not read, or writes too fast, is closed
 * and hurts nobody else. Presence lives in memory, so the reference host runs on one node.
 */
package io.visavis.backoffice.reference;
