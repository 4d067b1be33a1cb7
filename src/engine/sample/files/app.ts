import type { SampleFile } from './sampleFile';

/** What guests hold in their hands: the phone app and the calendar's looks. Kotlin and CSS. */
export const appFiles: readonly SampleFile[] = [
  { path: 'mobile/OfflineMap.kt', text: offlineMap },
  { path: 'mobile/SavedBooking.kt', text: savedBooking },
  { path: 'web/calendar.css', text: calendar },
];

function offlineMap(): string {
  return `@@ tiles
package example.fellrest.map

import kotlin.math.PI
import kotlin.math.asinh
import kotlin.math.floor
import kotlin.math.tan

data class Point(val lat: Double, val lon: Double)

data class Tile(val x: Int, val y: Int, val zoom: Int)

/**
 * The part of the map that a hiker needs without a signal.
 *
 * @implements HUT-14
 */
class OfflineMap(private val route: List<Point>) {

    /* TODO(HUT-14): take the tiles beside the route as well,
       a hiker who has lost the path
       is by definition not on it. */
    fun tiles(zoom: Int): Set<Tile> = route.map { tileOf(it, zoom) }.toSet()
@@ tiles-size

    /** Said before the download starts; a phone in the mountains has little room and less battery. */
    fun megabytes(zooms: IntRange): Double = zooms.sumOf { tiles(it).size } * KILOBYTES_PER_TILE / 1024.0
@@ tiles-wifi

    fun mayDownload(onWifi: Boolean, asked: Boolean): Boolean = onWifi || asked
@@ tiles

    private fun tileOf(point: Point, zoom: Int): Tile {
        val n = 1 shl zoom
        val x = (point.lon + 180) / 360 * n
        val y = (1 - asinh(tan(point.lat * PI / 180)) / PI) / 2 * n
        return Tile(floor(x).toInt(), floor(y).toInt(), zoom)
    }
@@ tiles-size

    private companion object {
        // OPTIMIZE HUT-14: measured on one valley; glaciers compress far better
        const val KILOBYTES_PER_TILE = 18
    }
@@ tiles
}
@@ tiles-store

/** Tiles on the phone, by trip, so that a trip's map goes when the trip is over. */
class TileStore(private val files: MutableMap<String, Set<Tile>> = mutableMapOf()) {

    fun keep(trip: String, tiles: Set<Tile>) {
        files[trip] = tiles
    }

    fun has(trip: String): Boolean = trip in files
@@ tiles-old

    fun throwAwayPast(isPast: (String) -> Boolean) {
        files.keys.removeAll(isPast)
    }
@@ tiles-store
}
`;
}

function savedBooking(): string {
  return `@@ booking-offline
package example.fellrest.booking

/** What the warden asks to see. Kept on the phone; opens without a signal (HUT-14). */
data class SavedBooking(
    val id: String,
    val hut: String,
    val nights: List<String>,
    val beds: Int,
    val deposit: String,
) {
    // TODO show a code that the warden can scan (HUT-16)
    fun lines(): List<String> = listOf(
        hut,
        nights.joinToString(" · "),
        if (beds == 1) "1 bed" else "$beds beds",
        "Paid: $deposit",
    )
}
`;
}

function calendar(): string {
  return `@@ calendar
/* The calendar of free beds. Seven columns on a desk, one list on a phone. See HUT-10. */
.calendar {
  display: grid;
  grid-template-columns: repeat(7, 1fr);
  gap: 2px;
}

.calendar-night {
  padding: 0.5rem;
  border-radius: 4px;
  background: var(--night-free, #e3f1e1);
}

.calendar-night[data-free='0'] {
  background: var(--night-full, #f3d9d4);
}
@@ calendar-words

/* Red alone says nothing to one man in twelve. */
.calendar-night[data-free='0']::after {
  content: 'full';
}
@@ tiles-size

/* TODO(HUT-144): mark the nights whose map is already on the phone */
.calendar-night[data-saved] {
  outline: 1px dashed currentcolor;
}
@@ calendar

@media (width < 40rem) {
  .calendar {
    grid-template-columns: 1fr;
  }
}
@@ calendar-dark

@media (prefers-color-scheme: dark) {
  .calendar {
    --night-free: #23402a;
    --night-full: #51292a;
  }
}
`;
}
