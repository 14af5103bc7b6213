/// The simulated fleet coupled to a real cluster, and the tests that hold the console beside real servers.
package jml.lab;
