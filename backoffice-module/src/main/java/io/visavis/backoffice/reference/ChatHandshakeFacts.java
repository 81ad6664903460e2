package io.visavis.backoffice.reference;

import java.util.Optional;

/**
 * What the handshake of a chat socket told.
 *
 * @param origin the page's origin, one of this host's
 * @param userAgent the browser's own description; empty when it gave none
 * @param signedIn who is signed in, when the cookie came along
 */
record ChatHandshakeFacts(String origin, String userAgent, Optional<SignedIn> signedIn) {}
