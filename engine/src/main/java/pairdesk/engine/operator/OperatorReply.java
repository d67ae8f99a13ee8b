package pairdesk.engine.operator;

/** What the engine answers to a request. */
public sealed interface OperatorReply {

  /**
   * @param text what changed, one sentence
   */
  record Done(String text) implements OperatorReply {}

  /**
   * @param why what stands against it and what to do, one sentence each
   */
  record Refused(String why) implements OperatorReply {}
}
