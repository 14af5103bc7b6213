/// The people of the simulated fleet with their keys, and the registry that their decisions lie in.
package jml.gameday.approval;
