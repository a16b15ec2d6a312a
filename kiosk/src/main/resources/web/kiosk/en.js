/** Every word the kiosk shows in English. The keys are those of zh.js; {x} is filled in. */
export default {
  'lang.other': '中文',
  'page.title': 'Jinlin · check in',
  'date': '{weekday} {day}/{month}',
  'weekdays': 'Sun,Mon,Tue,Wed,Thu,Fri,Sat',
  'day.tomorrow': 'tomorrow',
  'day.other': '{day}/{month}',

  'idle.do.camera': 'Show card here',
  'idle.do.scanner': 'Card to scanner',
  'idle.hours': '{opens}–{closes}',
  'idle.open': 'Open',
  'idle.closed': 'Closed now',
  'idle.next': 'Next: {label} {opens}',
  'idle.fallback': 'Welcome',
  'seats.free': '{n} seats free',

  'seen.steady': 'Got it, hold still',
  'seen.closer': 'A little closer',
  'seen.farther': 'A little farther',

  'ok.meal': '{label} recorded',
  'ok.meal.do': 'Please take your meal',
  'ok.session': 'Checked in',
  'ok.session.do': '{label}, please go in',
  'ok.visit': 'Welcome',
  'ok.visit.do': 'Recorded, please go in',

  'already.meal': '{label} already\ntaken at {at}',
  'already.meal.do': 'For a second one, please ask staff',
  'already.session': 'Checked in at {at}',
  'already.session.do': 'No need again, please go in',
  'already.visit': 'Recorded at {at}',
  'already.visit.do': 'No need again, please go in',

  'ask': 'Please touch one',
  'ask.late': 'No hurry',
  'ask.late.do': 'Staff can choose with you: press the hand below, or scan again',

  'ticket.your': 'Your number',
  'ticket.again': 'Still your number',
  'ticket.do': 'Please sit; you will be called',
  'ticket.ahead': '{people} ahead · about {n} min',
  'ticket.next': 'You are next',

  'not-now.opens': '{label}\nstarts {opens}',
  'not-now.opens.do': 'Please come back then; nothing was counted',
  'not-now.closed': 'Not open now',
  'not-now.closed.do': 'See the timetable, or press the hand below',

  'see-staff': 'Please see our staff',
  'see-staff.do': 'They will sort it out with you',

  'collecting': 'Please wait for the teacher',
  'collecting.do': 'Hand-over in person, children: {n}',

  'left': 'Goodbye, take care',
  'left.do': 'Recorded as left',

  'untimed': 'Noted',
  'untimed.do': 'Please go in as usual',
  'untimed.do.canteen': 'Please eat as usual',

  'unreadable.damaged': 'Could not read it',
  'unreadable.damaged.do': 'Wipe the card, hold it flat, try again',
  'unreadable.payment': 'A payment code',
  'unreadable.payment.do': 'No money here: show your community card',
  'unreadable.web-address': 'A web page code',
  'unreadable.web-address.do': 'Please show your community card',
  'unreadable.foreign': 'Not a community card',
  'unreadable.foreign.do': 'Please try your community card',

  'out-of-service': 'Paused',
  'out-of-service.do': 'Staff will record you, no need to worry',

  'starting': 'Getting ready',
  'starting.do': 'One moment please',
  'starting.long': 'Not ready yet',
  'starting.long.do': 'Please see our staff',

  'help.button': 'No card / help',
  'help.button.calling': 'Calling …',
  'help.button.answered': 'Staff is coming',
  'help.calling': 'Calling our staff',
  'help.calling.do': 'Please wait here a moment',
  'help.answered': 'Staff is coming',
  'help.answered.do': 'Please wait here; you may sit down',
  'help.nobody': 'No answer yet',
  'help.nobody.do': '{where}',
  'help.where': 'Please go to the desk in the hall',
  'help.end': 'No thanks',

  'trouble.offline': 'Network is down, works as usual',
  'trouble.clock': 'Clock not set, works as usual',
  'trouble.camera': 'Camera is out, please see staff',
  'trouble.camera.browser': 'Please allow the camera',
  'trouble.outbox': 'Staff must look at some records; works as usual',
  'trouble.other': 'A small fault, works as usual',

  'demo.button': 'Sample card',
  'demo.title': 'Sample cards (demo)',
  'demo.close': 'Close',
};
