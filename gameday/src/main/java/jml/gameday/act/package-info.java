/// Acts on the simulated fleet: asked, done and watched as on a real cluster, registry and alert source.
package jml.gameday.act;
