package pairdesk.bot.sim;

import pairdesk.engine.order.Purpose;

/** The steps of an order and its hedge, K1 to K15: the process may be killed after each. */
enum CrashPoint {
  DECIDED("K1"),
  COMMITTED("K2"),
  LEFT("K3"),
  ARRIVED("K4"),
  ANSWERED("K5"),
  ORDER_STORED("K6"),
  FILL_HEARD("K7"),
  FILL_STORED("K8"),
  REPAIR_DECIDED("K9"),
  REPAIR_COMMITTED("K10"),
  REPAIR_LEFT("K11"),
  REPAIR_ARRIVED("K12"),
  CANCEL_LEFT("K13"),
  CANCEL_ANSWERED("K14"),
  CLOSING_STORED("K15");

  private final String id;

  CrashPoint(String id) {
    this.id = id;
  }

  /** As the catalogue of faults calls it. */
  String id() {
    return id;
  }

  /** The same step of an order that makes legs equal. */
  CrashPoint of(Purpose purpose) {
    return purpose.addsRisk()
        ? this
        : switch (this) {
          case DECIDED -> REPAIR_DECIDED;
          case COMMITTED -> REPAIR_COMMITTED;
          case LEFT -> REPAIR_LEFT;
          case ARRIVED -> REPAIR_ARRIVED;
          case ANSWERED,
              ORDER_STORED,
              FILL_HEARD,
              FILL_STORED,
              REPAIR_DECIDED,
              REPAIR_COMMITTED,
              REPAIR_LEFT,
              REPAIR_ARRIVED,
              CANCEL_LEFT,
              CANCEL_ANSWERED,
              CLOSING_STORED ->
              this;
        };
  }
}
