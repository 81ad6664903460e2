package io.visavis.backoffice.problem;

import io.visavis.signaling.protocol.ErrorCode;

/** What each code means, in a few words. */
final class Titles {
  private Titles() {}

  static String of(ErrorCode code) {
    return switch (code) {
      case BAD_MESSAGE -> "The request is not as the interface asks";
      case UNKNOWN_TYPE -> "There is no such operation";
      case MESSAGE_TOO_LARGE -> "The request is too large";
      case TOO_MANY_MESSAGES -> "Too many requests";
      case VERSION_UNSUPPORTED -> "No common version";
      case NOT_AUTHENTICATED -> "A token is needed";
      case TOKEN_INVALID -> "The token is not valid";
      case TOKEN_EXPIRED -> "The token has expired";
      case TICKET_INVALID -> "The ticket is not valid";
      case FORBIDDEN -> "Not allowed";
      case NOT_FOUND -> "Not found";
      case NOT_ELIGIBLE -> "The account may not share screens";
      case REQUEST_OPEN -> "A request is open already";
      case VISITOR_BUSY -> "Another agent has the visitor";
      case WRONG_STATE -> "Not possible in the present state";
      case ALREADY_ANSWERED -> "Answered already";
      case ALREADY_SHARING -> "The visitor shares already";
      case TAKEN_OVER -> "Another window took over";
      case NOT_PERMITTED_BY_POLICY -> "The account's policy does not let this agent ask";
      case SURFACE_NOT_PERMITTED -> "The account's policy does not let this be shown";
      case RELAY_ONLY -> "The account's policy lets pictures travel over a relay only";
      case POLICY_CHANGED -> "The policy was changed since";
      case LIMITS_CHANGED -> "The limits were changed since";
      case NO_RELAY -> "The service has no relay";
      case LIMIT_REACHED -> "A limit is reached";
      case ACCOUNT_LIMIT -> "The account's limit is reached";
      case UNAVAILABLE -> "The service cannot do this now";
      case INTERNAL -> "A fault of the service";
    };
  }
}
