/** Watching a lot: one stream a watcher, the newest state a few times a second, over all nodes. */
package mn.eland.auction.live;
