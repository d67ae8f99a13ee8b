package pairdesk.venues.contract;

/**
 * One message of a socket.
 *
 * @param path of the socket
 */
record Frame(String path, Sender sender, String text) {
  enum Sender {
    CLIENT,
    SERVER
  }
}
