package pairdesk.sandbox.wire;

/** Answers a request; may be called later than the request came, or more than once. */
@FunctionalInterface
public interface WireHandler {
  WireReply handle(WireRequest request);
}
