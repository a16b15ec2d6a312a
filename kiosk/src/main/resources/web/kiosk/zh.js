/** Every word the kiosk shows in Chinese. The keys are those of en.js; {x} is filled in. */
export default {
  'lang.other': 'English',
  'page.title': '近邻 · 刷卡',
  'date': '{month}月{day}日 周{weekday}',
  'weekdays': '日一二三四五六',
  'day.tomorrow': '明天',
  'day.other': '{month}月{day}日',

  'idle.do.camera': '请把卡对准这里',
  'idle.do.scanner': '请把卡放到扫描口',
  'idle.hours': '{opens}–{closes}',
  'idle.open': '开放中',
  'idle.closed': '现在休息',
  'idle.next': '下一场：{label} {opens}',
  'idle.fallback': '欢迎',
  'seats.free': '还有 {n} 个座位',

  'seen.steady': '看到卡了，请拿稳',
  'seen.closer': '再近一点',
  'seen.farther': '再远一点',

  'ok.meal': '{label}已登记',
  'ok.meal.do': '请取餐',
  'ok.session': '已签到',
  'ok.session.do': '{label}，请进',
  'ok.visit': '欢迎您',
  'ok.visit.do': '已登记，请进',

  'already.meal': '今天的{label}\n{at} 已领取',
  'already.meal.do': '还想要一份，请找工作人员',
  'already.session': '{at} 已经签到',
  'already.session.do': '不用再刷，请进',
  'already.visit': '{at} 已经登记',
  'already.visit.do': '不用再刷，请进',

  'ask': '请点一项',
  'ask.late': '没关系',
  'ask.late.do': '导诊可以帮您选。请按下面的手，或再刷一次卡',

  'ticket.your': '您的号',
  'ticket.again': '还是这个号',
  'ticket.do': '请坐，等叫号',
  'ticket.ahead': '前面 {people} 人 · 约 {n} 分钟',
  'ticket.next': '下一个就是您，请坐近一点',

  'not-now.opens': '{label}\n{opens} 开始',
  'not-now.opens.do': '到时候请再来，这次不算',
  'not-now.closed': '现在没有开放',
  'not-now.closed.do': '请看时间表，或按下面的手',

  'see-staff': '请找工作人员',
  'see-staff.do': '他们会帮您办好',

  'collecting': '请等老师过来',
  'collecting.do': '老师当面交接，一共 {n} 个孩子',

  'left': '再见，慢走',
  'left.do': '已登记离开',

  'untimed': '已经记下',
  'untimed.do': '请照常进去',
  'untimed.do.canteen': '请照常用餐',

  'unreadable.damaged': '没看清',
  'unreadable.damaged.do': '请把卡擦一擦，放平，再试一次',
  'unreadable.payment': '这是付款码',
  'unreadable.payment.do': '这里不收钱，请出示社区卡',
  'unreadable.web-address': '这是网页的码',
  'unreadable.web-address.do': '请出示您的社区卡',
  'unreadable.foreign': '这不是社区卡',
  'unreadable.foreign.do': '请换社区卡再试一次',

  'out-of-service': '这台机器暂停',
  'out-of-service.do': '请找工作人员登记，不耽误您',

  'starting': '机器正在准备',
  'starting.do': '请稍等一下',
  'starting.long': '还没准备好',
  'starting.long.do': '请找工作人员登记',

  'help.button': '没带卡 / 要帮忙',
  'help.button.calling': '正在呼叫……',
  'help.button.answered': '工作人员马上来',
  'help.calling': '正在呼叫工作人员',
  'help.calling.do': '请在这里等一下',
  'help.answered': '工作人员马上来',
  'help.answered.do': '请在这里等一等，可以坐下',
  'help.nobody': '还没人应答',
  'help.nobody.do': '{where}',
  'help.where': '请到大厅服务台，有人帮您',
  'help.end': '不用了',

  'trouble.offline': '网络断了，照常可用',
  'trouble.clock': '时钟不准，照常可用',
  'trouble.camera': '镜头看不见，请找工作人员',
  'trouble.camera.browser': '请允许使用摄像头',
  'trouble.outbox': '有一些记录要工作人员处理，照常可用',
  'trouble.other': '有一点小问题，照常可用',

  'demo.button': '出示样卡',
  'demo.title': '样卡（演示）',
  'demo.close': '关上',
};
