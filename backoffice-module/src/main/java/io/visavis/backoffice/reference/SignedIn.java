package io.visavis.backoffice.reference;

import java.time.Instant;

/**
 * Someone signed in to the backoffice.
 *
 * @param id names this sign-in, for signing out
 */
record SignedIn(DemoUser user, String id, Instant expiresAt) {}
