package io.visavis.signaling.broker;

/** A visitor of an account. */
public record VisitorKey(String accountId, String visitorId) {}
