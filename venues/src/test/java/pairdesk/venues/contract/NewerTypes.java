package pairdesk.venues.contract;

import com.fasterxml.jackson.databind.JsonNode;

/** A younger description of the same interface, asked where the older one has no answer. */
interface NewerTypes {
  /** There is none. */
  NewerTypes NONE =
      new NewerTypes() {
        @Override
        public boolean knows(String type, String field, JsonNode value) {
          return false;
        }

        @Override
        public boolean knows(Exchanged exchange, String path) {
          return false;
        }
      };

  /** Whether the type has this field, and the value is one of it. */
  boolean knows(String type, String field, JsonNode value);

  /**
   * Whether there is such a call, and the answer is as declared.
   *
   * @param path without what ours begin with
   */
  boolean knows(Exchanged exchange, String path);
}
