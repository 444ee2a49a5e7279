import type { koWiring } from '../ko/wiring.ts'
import type { Same } from '../word.ts'

export const enWiring: Same<typeof koWiring> = {
  'pos.passThrough': 'In between (serial)',
  'pos.passThroughHint': 'POS → this PC → printer, two ports',
  'pos.forward': 'In between (network)',
  'pos.forwardHint': 'POS → this PC → network printer',
  'pos.folder': 'Watch a folder',
  'pos.folderHint': 'into which the POS prints files',
  'line.carries':
    'If this PC or this program stops, this POS stops printing. Plug its cable into the printer before switching off.',
  'line.listens': 'We only listen: the POS prints on when this PC is off.',
  'line.quiet':
    'Receipts usually come at this hour, and it has been quiet for a while. If there were guests, have a look at the cable.',
  'line.posPort': 'Port to the POS',
  'line.printerPort': 'Port to the printer',
  'line.printerPath': 'Path of the printer’s port',
  'line.printerHost': 'Printer’s address',
  'line.printerTcpPort': 'Printer’s port number',
  'line.folder': 'Path of the folder',
  'line.folderMissing': 'Please enter the folder’s path.',
  'line.folderHint': 'Files are read once, and never changed or deleted.',
  'find.start': 'Find the settings',
  'find.title': 'Nothing but nonsense?',
  'find.text':
    'Keep printing receipts on the POS, one by one. Speeds and parities are tried until one reads.',
  'find.trying': '{{baud}} bps · {{bits}} bits · parity {{parity}}',
  'find.progress': '{{tried}} of {{of}} looked at',
  'find.waiting': 'Waiting for a receipt.',
  'find.hearing': 'Something is coming. Trying to read it.',
  'find.stop': 'Stop',
  'find.found': 'Like this it reads',
  'find.foundAs': '{{baud}} bps · {{bits}} bits · parity {{parity}} · {{encoding}}',
  'find.sample': 'As it reads',
  'find.apply': 'Use these settings',
  'find.applied': 'The settings are filled in. Save to use them.',
  'find.none': 'No setting reads. Is the cable right, and does the POS print to this port?',
  'wiring.title': 'How is it wired?',
  'wiring.lead': 'Choose the drawing that fits your POS and printer. The safest come first.',
  'wiring.box.pos': 'POS',
  'wiring.box.pc': 'This PC · Dangol',
  'wiring.box.printer': 'Printer',
  'wiring.box.posProgram': 'POS program',
  'wiring.box.dangol': 'Dangol',
  'wiring.box.folder': 'Folder',
  'wiring.label.copy': 'listening: RXD · GND',
  'wiring.label.serial': 'serial',
  'wiring.label.second': 'printed a second time',
  'wiring.label.both': 'both ways, unchanged',
  'wiring.label.pair': 'COM10 ⇄ COM11',
  'wiring.label.usb': 'USB',
  'wiring.label.raw': 'RAW 127.0.0.1:9100',
  'wiring.label.tcp': 'TCP 9100',
  'wiring.label.file': 'prints to a file',
  'wiring.label.read': 'read',
  'wiring.yCable': 'Y-cable (serial printer)',
  'wiring.yCable.text':
    'The POS’s TXD and GND also go to RXD and GND of a USB-serial adapter. Nothing can be sent from here: the safest way.',
  'wiring.secondAdapter': 'A second port',
  'wiring.secondAdapter.text':
    'Add a kitchen or second printer in the POS and connect its port to this PC by a null-modem cable.',
  'wiring.tcpCopy': 'Once more over the network',
  'wiring.tcpCopy.text':
    'Add a network printer in the POS with this PC’s address and port 9100. Here its kind is “network”.',
  'wiring.rawPort': 'USB printer (RAW port)',
  'wiring.rawPort.text':
    'Add one more printer in Windows with a Standard TCP/IP port: 127.0.0.1, RAW, 9100. Let the POS print to it, too.',
  'wiring.folder': 'Files in a folder',
  'wiring.folder.text':
    'Where the POS can print to files, name their folder. Each is read once when it is complete, and left as it is.',
  'wiring.passThrough': 'In between (serial)',
  'wiring.passThrough.text':
    'Two adapters: the POS’s cable goes to this PC, another from here to the printer. Passed on first, read afterwards.',
  'wiring.virtualPair': 'A virtual pair of ports (com0com)',
  'wiring.virtualPair.text':
    'With the POS on the same PC, com0com makes COM10 and COM11. The POS prints to COM10; we take it from COM11 to the printer.',
  'wiring.forward': 'In between (network)',
  'wiring.forward.text':
    'Give the POS this PC’s address as its printer, and enter the real printer’s here. Answers go back unchanged.',
  'wiring.stops': 'Printing stops with this PC',
  'wiring.goesOn': 'Prints on without this PC',
}
