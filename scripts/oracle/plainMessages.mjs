/**
 * What a program wrote to stderr, without what differs from run to run: thread numbers, and where the file lies. A place in
 * the text of rustc's own std says no more than that.
 */
export function plainMessages(stderr) {
  return stderr
    .replaceAll(/^(thread '.*') \(\d+\) /gm, "$1 ")
    .replaceAll(/(?:\/rustc\/\w+\/)?library\/([\w./-]+)\.rs:\d+:\d+/g, "$1")
    .replaceAll(/(?:[\w./-]*\/)?[\w-]+\.rs:(\d+:\d+)/g, "main.rs:$1");
}
