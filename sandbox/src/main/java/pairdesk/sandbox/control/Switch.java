package pairdesk.sandbox.control;

/** Something that can be changed from outside. */
@FunctionalInterface
interface Switch {

  /**
   * Reads what is wanted.
   *
   * @return what does it; it may complain in turn when the moment is not right
   * @throws BadInput when the input is not what is wanted, whenever it would be done
   */
  Runnable read(Input input);
}
