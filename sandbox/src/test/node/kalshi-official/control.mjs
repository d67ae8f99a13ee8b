/** The sandbox's control port: truth to read, switches to set. */
export class Control {
  constructor(url) {
    this.url = url;
  }

  async truth(what) {
    return (await fetch(`${this.url}/truth/${what}`)).json();
  }

  async set(what, body) {
    const response = await fetch(`${this.url}/control/${what}`, {method: "POST", body: JSON.stringify(body)});
    if (!response.ok) throw new Error(`${what}: ${await response.text()}`);
  }
}
