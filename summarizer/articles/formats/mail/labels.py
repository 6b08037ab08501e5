"""Words by which mail programs mark a forwarded message, in the languages they speak to their users."""

from __future__ import annotations

import re

FROM = frozenset(
    "from von de da van från fra od от від kimden gönderen από lähettäjä expéditeur remitente mittente feladó "
    "expeditor kellett "
    "من از מאת 发件人 寄件者 差出人 送信者 보낸사람 보낸 dari từ".split()
)
DATE = frozenset(
    "date sent gesendet datum envoyé enviado enviada inviato data verzonden skickat sendt wysłano odesláno дата "
    "отправлено надіслано "
    "tarih gönderilme ημερομηνία στάλθηκε lähetetty päivämäärä fecha elküldve dátum trimis التاريخ تاريخ ارسال تاریخ "
    "נשלח תאריך "
    "发送时间 日期 送信日時 日時 날짜 tanggal ngày".split()
)
SUBJECT = frozenset(
    "subject betreff objet asunto oggetto assunto onderwerp ämne emne temat předmět тема konu θέμα aihe tárgy subiect الموضوع "
    "موضوع נושא 主题 主旨 件名 제목 subjek chủ".split()
)
_DASHED = (
    "original message|forwarded message|ursprüngliche nachricht|original-nachricht|originalnachricht|weitergeleitete nachricht|"
    "message d['’]origine|message transféré|message original|mensaje original|mensaje reenviado|messaggio originale|"
    "messaggio inoltrato|"
    "mensagem original|mensagem encaminhada|oorspronkelijk bericht|doorgestuurd bericht|ursprungligt meddelande|"
    "vidarebefordrat meddelande|oprindelig meddelelse|videresendt melding|videresendt besked|wiadomość oryginalna|"
    "treść przekazanej wiadomości|przekazana wiadomość|původní zpráva|přeposlaná zpráva|исходное сообщение|"
    "пересылаемое сообщение|"
    "переадресованное сообщение|пересланное сообщение|оригінальне повідомлення|orijinal mesaj|iletilmiş mesaj|"
    "yönlendirilmiş ileti|"
    "προωθημένο μήνυμα|αρχικό μήνυμα|alkuperäinen viesti|välitetty viesti|eredeti üzenet|továbbított üzenet|الرسالة الأصلية|"
    "رسالة معاد توجيهها|پیام اصلی|הודעה מקורית|הודעה שהועברה|原始邮件|转发的邮件|原始郵件|元のメッセージ|"
    "転送されたメッセージ|원본 메시지|전달된 메시지"
)
_APPLE = (
    "begin forwarded message|anfang der weitergeleiteten nachricht|début du message (?:réexpédié|transféré)|"
    "inicio del mensaje reenviado|"
    "inizio messaggio inoltrato|início da mensagem (?:reencaminhada|encaminhada)|begin doorgestuurd bericht|"
    "vidarebefordrat brev|начало переадресованного сообщения|początek przekazywanej wiadomości|下面是被转发的邮件|"
    "転送されたメール"
)
MARK = re.compile(
    rf"[ \t>*]{{0,20}}(?:[-—_=]{{2,40}}\s{{0,3}}(?:{_DASHED})\s{{0,3}}:?\s{{0,3}}[-—_=]{{2,40}}|(?:{_APPLE})\s?[:：]?)\s*",
    re.IGNORECASE,
)
ANSWER = re.compile(
    r"[ \t]{0,10}(?:on|am|le|el|il|em|op|den|dne|w dniu|в|\d{1,4})\b.{5,200}"
    r"(?:wrote|schrieb.{0,80}|a écrit|escribió|escreveu|ha scritto|schreef|skrev.{0,80}|napsal\(?a?\)?|"
    r"napisał\(?a?\)?|пишет|написал\(?а?\)?|yazdı)\s?[:：]\s*",
    re.IGNORECASE,
)
PREFIX = re.compile(
    r"(?:\s*(?P<word>re|aw|antw|sv|odp|ynt|回复|答复|回覆|fwd?|wg|tr|rv|enc|i|vs|vl|doorst|pd|ilt|转发|轉寄|転送)\s?(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?[:：])",
    re.IGNORECASE,
)
PASSED_ON = frozenset("fwd fw wg tr rv enc i vl doorst pd ilt 转发 轉寄 転送".split())
PHONE = re.compile(
    r"\s*(?:sent from (?:my|yahoo|outlook|mail for)|get outlook for|von meinem .{1,40} gesendet|gesendet von|"
    r"envoyé de(?:puis)? mon|"
    r"enviado desde mi|enviado do meu|inviato da|verzonden v(?:anaf|an) mijn|skickat från min|отправлено с|wysłane z|"
    r"iphone.?から送信|发自我的).{0,60}",
    re.IGNORECASE,
)
SERVICE = re.compile(
    r"(?:view|read|open) (?:this |it |the )?(?:e-?mail |message |newsletter )?(?:in|on) (?:a |your |"
    r"the )?(?:web ?)?browser|view online|unsubscribe|"
    r"manage (?:your )?(?:preferences|subscription)|update (?:your )?preferences|im browser (?:ansehen|öffnen|anzeigen|lesen)|"
    r"newsletter abbestellen|abmelden|se désabonner|se désinscrire|voir (?:cet e-?mail )?dans (?:le|"
    r"votre) navigateur|darse de baja|"
    r"ver en (?:el|su|tu) navegador|annulla l['’]iscrizione|cancelar (?:a )?(?:inscrição|subscrição)|afmelden|"
    r"отписаться|открыть в браузере|"
    r"you (?:are receiving|received) this (?:e-?mail|message|newsletter)",
    re.IGNORECASE,
)
