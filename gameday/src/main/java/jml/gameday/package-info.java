/// A fleet that does not exist and behaves as if it did: the console's embedded default, and what drills run on.
package jml.gameday;
