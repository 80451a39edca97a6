// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// Which folders are watched, and what the kernel's events say of them.
///
/// The kernel watches inodes, so a watch goes along when its folder is moved: its place changes then,
/// or it is given up if the folder went where nothing is watched. A folder can be reached by two
/// places, if one watched folder lies in another: both are dirty then.
struct WatchTable {
  /// The inotify descriptor.
  private let descriptor: Int32
  private var places: [Int32: [DirtyPlace]] = [:]
  private var watches: [DirtyPlace: Int32] = [:]
  /// The roots that were ever watched: what an overflow makes dirty.
  private var roots: Set<[UInt8]> = []
  /// The first half of a move, until the event after it.
  private var departure: (cookie: UInt32, places: [DirtyPlace], isFolder: Bool)?
  /// How often events were lost.
  private(set) var overflowCount = 0

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// How many folders are watched.
  var count: Int { watches.count }

  /// How many folders are watched in the watched folder `root`.
  func count(in root: [UInt8]) -> Int { watches.keys.count { $0.root == root } }

  /// Watches the folder at `place`.
  mutating func watch(_ place: DirtyPlace) throws(SystemError) {
    roots.insert(place.root)
    // Only a root may be a link.
    let noLinks = place.path.isEmpty ? 0 : UInt32(IN_DONT_FOLLOW)
    let watch = withPath(joined(place.root, place.path)) {
      inotify_add_watch(descriptor, $0, InotifyEvent.wanted | noLinks)
    }
    guard watch >= 0 else { throw .last }
    guard watches[place] != watch else { return }
    forget(place)
    watches[place] = watch
    places[watch, default: []].append(place)
  }

  /// What may have changed by `event`.
  mutating func take(_ event: InotifyEvent) -> FolderChanges {
    let isArrival = event.has(IN_MOVED_TO) && event.cookie == departure?.cookie
    if !isArrival { forgetDeparted() }
    var changes = FolderChanges()
    changes.insert(places(changedBy: event))
    guard event.has(IN_MOVED_FROM | IN_MOVED_TO) else { return changes }
    let changed = changes.places.sorted { $0.root.lexicographicallyPrecedes($1.root) }
    if event.has(IN_MOVED_FROM) {
      departure = (event.cookie, changed, event.has(IN_ISDIR))
    } else if isArrival, let departure {
      for (source, target) in zip(departure.places, changed) {
        changes.append(FolderMove(from: source, to: target))
        if departure.isFolder { rename(source, to: target) }
      }
      forgetDeparted()
    }
    return changes
  }

  /// Gives up what was watched in a folder that went where nothing is watched.
  private mutating func forgetDeparted() {
    if let departure, departure.isFolder {
      for place in departure.places { forgetAll(within: place) }
    }
    departure = nil
  }

  /// Watches at `target` what was watched at `source`.
  private mutating func rename(_ source: DirtyPlace, to target: DirtyPlace) {
    for place in watches.keys where place.isWithin(source) {
      guard let watch = watches[place] else { continue }
      let path = target.path + place.path.dropFirst(source.path.count)
      let new = DirtyPlace(root: target.root, path: Array(path))
      if watches[new] != watch {
        forget(new)
        watches[new] = watch
        places[watch, default: []].append(new)
      }
      forget(place)
    }
  }

  private mutating func places(changedBy event: InotifyEvent) -> Set<DirtyPlace> {
    if event.has(IN_Q_OVERFLOW) { return startAnew() }
    guard let folders = places[event.watch] else { return [] }
    if event.name.isEmpty { return places(folders, changedBy: event) }
    // With these it depends what else in the folder is a document.
    if event.name == PassedOver.stubName || event.name == IgnoreFile.name { return Set(folders) }
    guard !PassedOver.isPassedOver(event.name) else { return [] }
    let changed = folders.map { DirtyPlace(root: $0.root, path: joined($0.path, event.name)) }
    if !event.has(IN_ISDIR), event.has(IN_CREATE) {
      // A new file is whole when it is closed; another name of a file that is there is whole now.
      return Set(changed.filter(Self.hasOtherNames))
    }
    return Set(changed)
  }

  /// What may have changed by an event of the watched folders themselves.
  private mutating func places(
    _ folders: [DirtyPlace],
    changedBy event: InotifyEvent
  ) -> Set<DirtyPlace> {
    if event.has(IN_IGNORED) {
      for folder in folders { watches[folder] = nil }
      places[event.watch] = nil
      return Set(folders)
    }
    // Where any other folder was moved to, the folders that hold it say.
    if event.has(IN_MOVE_SELF) {
      let roots = folders.filter(\.path.isEmpty)
      for root in roots { forgetAll(within: root) }
      return Set(roots)
    }
    return event.has(IN_ATTRIB | IN_DELETE_SELF | IN_UNMOUNT) ? Set(folders) : []
  }

  /// What may have changed because something was mounted or unmounted at `points`, absolute paths:
  /// these places if they lie in a watched folder, all of a watched folder that lies in one of them.
  func places(changedByMountsAt points: Set<[UInt8]>) -> Set<DirtyPlace> {
    var dirty: Set<DirtyPlace> = []
    for root in roots {
      // Mounts are told by paths without links.
      let real = realPath(root) ?? root
      for point in points {
        if let path = path(of: point, below: real) {
          dirty.insert(DirtyPlace(root: root, path: path))
        } else if path(of: real, below: point) != nil {
          dirty.insert(DirtyPlace(root: root, path: []))
        }
      }
    }
    return dirty
  }

  /// Gives up all watches in the watched folder `root`.
  mutating func forget(_ root: [UInt8]) {
    forgetAll(within: DirtyPlace(root: root, path: []))
    roots.remove(root)
  }

  private static func hasOtherNames(_ place: DirtyPlace) -> Bool {
    var status = stat()
    let result = withPath(joined(place.root, place.path)) { lstat($0, &status) }
    return result == 0 && status.st_nlink > 1
  }

  /// Events were lost: nothing is known any more, not even where the watched folders are.
  private mutating func startAnew() -> Set<DirtyPlace> {
    overflowCount += 1
    for watch in places.keys { inotify_rm_watch(descriptor, watch) }
    places = [:]
    watches = [:]
    return Set(roots.map { DirtyPlace(root: $0, path: []) })
  }

  private mutating func forgetAll(within folder: DirtyPlace) {
    for place in watches.keys.filter({ $0.isWithin(folder) }) { forget(place) }
  }

  private mutating func forget(_ place: DirtyPlace) {
    guard let watch = watches.removeValue(forKey: place) else { return }
    places[watch]?.removeAll { $0 == place }
    guard places[watch]?.isEmpty == true else { return }
    places[watch] = nil
    inotify_rm_watch(descriptor, watch)
  }
}

/// What `path` is called from `folder` on; nil if it does not lie in it.
private func path(of path: [UInt8], below folder: [UInt8]) -> [UInt8]? {
  if path == folder { return [] }
  let start = folder.last == UInt8(ascii: "/") ? folder : folder + [UInt8(ascii: "/")]
  return path.starts(with: start) ? Array(path.dropFirst(start.count)) : nil
}

/// The path without links; nil if there is no such thing.
private func realPath(_ path: [UInt8]) -> [UInt8]? {
  guard let real = withPath(path, { realpath($0, nil) }) else { return nil }
  defer { free(real) }
  return Array(UnsafeBufferPointer(start: real, count: strlen(real)).map { UInt8(bitPattern: $0) })
}
