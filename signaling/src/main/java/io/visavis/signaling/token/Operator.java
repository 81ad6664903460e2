package io.visavis.signaling.token;

import java.time.Instant;

/** The service's administrator, signed in on the operator's page. */
public record Operator(String name, Instant expiresAt) {}
