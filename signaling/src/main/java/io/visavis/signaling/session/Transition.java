package io.visavis.signaling.session;

import java.time.Instant;
import java.util.Optional;

/**
 * The audit row of one transition: who did what to which session, when.
 *
 * @param actorId the agent's id, the visitor's id, or null for the system
 * @param consent the consent evidence that goes with it, if any
 */
public record Transition(
    Trigger trigger, Actor actor, String actorId, Instant at, Optional<Consent> consent) {}
