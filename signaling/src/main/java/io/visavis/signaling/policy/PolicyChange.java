package io.visavis.signaling.policy;

import java.time.Instant;

/**
 * A policy as it is to stand from now on.
 *
 * @param seen the version that whoever decides has seen
 * @param by the account admin's id
 */
public record PolicyChange(int seen, Choices choices, String by, Instant at) {}
