/** What a program wrote to stderr, without what differs from run to run: thread numbers, and where the file lies. */
export function plainMessages(stderr) {
  return stderr
    .replaceAll(/^(thread '.*') \(\d+\) /gm, "$1 ")
    .replaceAll(/(?:[\w./-]*\/)?[\w-]+\.rs:(\d+:\d+)/g, "main.rs:$1");
}
