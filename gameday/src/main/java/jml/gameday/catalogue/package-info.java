/// Which models there are, what they are called, and what is asked of them.
package jml.gameday.catalogue;
