package pairdesk.sandbox.wire.kalshi;

import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.kalshi.Replies.Problem;

/** Ends the handling of a request with this reply. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient WireReply reply;
  private final transient Problem problem;

  private Refused(WireReply reply, Problem problem) {
    super(problem.code());
    this.reply = reply;
    this.problem = problem;
  }

  static Refused nested(int status, Problem problem) {
    return new Refused(Replies.nested(status, problem), problem);
  }

  static Refused flat(int status, Problem problem) {
    return new Refused(Replies.flat(status, problem), problem);
  }

  static Refused bare(int status, String message) {
    return new Refused(Replies.bare(status, message), Problem.of("bad_request", message));
  }

  static Refused notFound() {
    return nested(404, Problem.of("not_found"));
  }

  static Refused tooManyRequests() {
    return new Refused(Replies.tooManyRequests(), Problem.of("too_many_requests"));
  }

  static Refused marketNotFound() {
    return nested(404, Problem.of("market_not_found"));
  }

  static Refused parameter(String details) {
    return nested(400, Problem.of("invalid_parameters", details));
  }

  WireReply reply() {
    return reply;
  }

  Problem problem() {
    return problem;
  }
}
