package pairdesk.bot.doctor;

import java.util.List;

/** One thing that is looked at. Blocking; says UNKNOWN instead of throwing. */
public interface Check {
  List<Finding> look();
}
